import * as vscode from "vscode";
import { dropFilter, setIncludeUnknown } from "../../../core/catalog/editFilters.ts";
import type { Facet, Facets } from "../../../core/catalog/facets.ts";
import type { FilterField, Filters, HardwareFilter, Range } from "../../../core/catalog/query.ts";
import { listCardBudgets, readBudgetBytes } from "../../../core/hardware/readBudgetBytes.ts";
import type { Target } from "../../../core/hardware/target.ts";
import { type LicenseClass, licenseClasses } from "../../../core/license/licenseClass.ts";
import type { Settings } from "../../settings.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { QueryState } from "../../state/queryState.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import { listFilterValues, nameGating, nameLicenseClass, nameUnknown } from "../../words/filterWords.ts";
import { nameLanguage } from "../../words/languageName.ts";
import { formatBytes, formatCount, formatMemory, formatParameters } from "../../words/numbers.ts";
import { describeTarget, nameTarget } from "../../words/targetWords.ts";
import { chooseRange } from "./chooseRange.ts";
import { chooseValues, type ValueItem } from "./chooseValues.ts";

const billion = 1e9;
const ageSteps = [30, 90, 180, 365, 730];

/** One small editor a field: values with the number of models that each would leave. */
export class FilterEditors {
	readonly #query: QueryState;
	readonly #store: CatalogStore;
	readonly #targets: TargetStore;
	readonly #settings: Settings;

	constructor(query: QueryState, store: CatalogStore, targets: TargetStore, settings: Settings) {
		this.#query = query;
		this.#store = store;
		this.#targets = targets;
		this.#settings = settings;
	}

	/** What the field is set to, in words; empty if it does not filter. */
	describe(field: FilterField): string {
		const { filters } = this.#query;
		const values = listFilterValues(onlyField(filters, field));
		const isOpen = filters.includeUnknown?.includes(field);
		return [...values, isOpen ? `+ ${nameUnknown(field)}` : ""].filter(Boolean).join(" ");
	}

	/** Lets the user set the field, and applies it. */
	async edit(field: FilterField): Promise<void> {
		const facets = this.#store.catalog.query({ ...this.#query.query, limit: 0 }).facets;
		switch (field) {
			case "task":
				return this.#editValues(
					field,
					facets.task,
					(task) => task.replaceAll("-", " "),
					(tasks) => ({ tasks }),
				);
			case "licenseClass":
				return this.#editValues(
					field,
					orderClasses(facets.licenseClass),
					nameLicenseClass,
					(licenseClasses) => ({
						licenseClasses,
					}),
				);
			case "licenseId":
				return this.#editValues(field, facets.licenseId, String, (licenseIds) => ({ licenseIds }));
			case "language":
				return this.#editValues(field, facets.language, nameLanguage, (languages) => ({ languages }));
			case "format":
				return this.#editValues(field, facets.format, String, (formats) => ({ formats }));
			case "gating":
				return this.#editValues(field, facets.gating, nameGating, (gating) => ({ gating }));
			case "parameters":
				return this.#editRange(field, facets, billion, formatParameters);
			case "sizeBytes":
				return this.#editRange(field, facets, billion, formatBytes);
			case "hardware":
				return this.#editHardware();
			case "baseOnly":
				return this.#apply("baseOnly", this.#query.filters.baseOnly ? {} : { baseOnly: true }, undefined);
			case "age":
				return this.#editAge();
			case "group":
			case "derivedFrom":
				// A chart or a panel sets it; here it can only be taken away.
				return this.#apply(field, {}, undefined);
		}
	}

	async #editValues<V extends string>(
		field: FilterField & keyof Facets,
		facet: Facet<V>,
		name: (value: V) => string,
		toFilters: (values: V[]) => Filters,
	): Promise<void> {
		const chosenNow = new Set<string>(readValues(this.#query.filters, field));
		const items = facet.values.map(
			({ value, count }): ValueItem<V> => ({
				label: name(value),
				description: formatCount(count),
				picked: chosenNow.has(value),
				value,
			}),
		);
		const chosen = await chooseValues(field, items, facet.unknown, this.#includesUnknown(field));
		if (chosen) {
			await this.#apply(
				field,
				chosen.values.length > 0 ? toFilters(chosen.values) : {},
				chosen.includeUnknown,
			);
		}
	}

	async #editRange(
		field: "parameters" | "sizeBytes",
		facets: Facets,
		unit: number,
		format: (value: number) => string,
	): Promise<void> {
		const now = this.#query.filters[field];
		const unknown = field === "parameters" ? facets.parameters.unknown : undefined;
		const chosen = await chooseRange({
			field,
			now,
			unit,
			format,
			unknown,
			includesUnknown: this.#includesUnknown(field),
			count: (range) => this.#countWith(field, { [field]: range }),
		});
		if (chosen) {
			const filters: { parameters?: Range; sizeBytes?: Range } = chosen.range
				? { [field]: chosen.range }
				: {};
			await this.#apply(field, filters, chosen.includeUnknown);
		}
	}

	async #editHardware(): Promise<void> {
		await this.#targets.ensureDetected();
		const contextTokens = this.#settings.contextTokens;
		const items = this.#targets.targets.flatMap((target): ValueItem<string>[] => {
			const budget = readBudgetBytes(target);
			const isSet = this.#query.filters.hardware?.some(
				({ name, budgetBytes }) => name === nameTarget(target) && budgetBytes === budget?.value,
			);
			return budget
				? [
						{
							label: nameTarget(target),
							description: describeTarget(target),
							detail: vscode.l10n.t(
								"A model may take {0}. Models that fit: {1}",
								formatMemory(budget.value),
								formatCount(
									this.#countWith("hardware", {
										hardware: [createHardwareFilter(target, budget.value, contextTokens)],
									}),
								),
							),
							picked: isSet === true,
							value: target.id,
						},
					]
				: [];
		});
		const chosen = await chooseValues("hardware", items, undefined, this.#includesUnknown("hardware"));
		if (!chosen) {
			return;
		}
		const hardware = this.#targets.targets
			.filter(({ id }) => chosen.values.includes(id))
			.flatMap((target) => {
				const budget = readBudgetBytes(target);
				return budget ? [createHardwareFilter(target, budget.value, contextTokens)] : [];
			});
		await this.#apply("hardware", hardware.length > 0 ? { hardware } : {}, chosen.includeUnknown);
	}

	async #editAge(): Promise<void> {
		const items = ageSteps.map((days) => ({
			label: vscode.l10n.t("At most {0} days old", formatCount(days)),
			description: formatCount(this.#countWith("age", { maxAgeDays: days })),
			days,
		}));
		const chosen = await vscode.window.showQuickPick(
			[...items, { label: vscode.l10n.t("Any age"), days: undefined }],
			{ title: vscode.l10n.t("How old may a model be?") },
		);
		if (chosen) {
			await this.#apply("age", chosen.days === undefined ? {} : { maxAgeDays: chosen.days }, undefined);
		}
	}

	/** How many models are left with a field set so, beside the text and all other filters. */
	#countWith(field: FilterField, filters: Filters): number {
		const changed = { ...dropFilter(this.#query.filters, field), ...filters };
		return this.#store.catalog.query({
			...this.#query.query,
			filters: setIncludeUnknown(changed, field, this.#includesUnknown(field)),
			limit: 0,
		}).total;
	}

	#includesUnknown(field: FilterField): boolean {
		return this.#query.filters.includeUnknown?.includes(field) ?? false;
	}

	async #apply(field: FilterField, filters: Filters, includeUnknown: boolean | undefined): Promise<void> {
		const others = dropFilter(this.#query.filters, field);
		const changed = { ...others, ...filters };
		await this.#query.setFilters(
			includeUnknown === undefined ? changed : setIncludeUnknown(changed, field, includeUnknown),
		);
	}
}

/** Of a target, what decides whether a model runs there, each kind of device once. */
function createHardwareFilter(target: Target, budgetBytes: number, contextTokens: number): HardwareFilter {
	const { vendor, devices, runtimes } = target;
	const cardBudgets = listCardBudgets(target);
	const kinds = new Map(
		devices.map(({ computeCapability, gfxVersion }) => [
			`${computeCapability} ${gfxVersion}`,
			{
				...(computeCapability !== undefined && { computeCapability }),
				...(gfxVersion !== undefined && { gfxVersion }),
			},
		]),
	);
	return {
		name: nameTarget(target),
		vendor,
		devices: [...kinds.values()],
		...(runtimes && { runtimes }),
		...(cardBudgets.length > 0 && { cardBudgets }),
		budgetBytes,
		contextTokens,
	};
}

function onlyField(filters: Filters, field: FilterField): Filters {
	const without = dropFilter(filters, field);
	const entries = Object.entries(filters).filter(([key]) => key !== "includeUnknown" && !(key in without));
	return Object.fromEntries(entries);
}

function readValues(filters: Filters, field: FilterField): readonly string[] {
	return Object.values(onlyField(filters, field)).flatMap((value) => (Array.isArray(value) ? value : []));
}

/** From the freest to what is not stated, whatever their counts. */
function orderClasses(facet: Facet<LicenseClass>): Facet<LicenseClass> {
	const values = licenseClasses.flatMap((each) => facet.values.filter(({ value }) => value === each));
	return { ...facet, values };
}
