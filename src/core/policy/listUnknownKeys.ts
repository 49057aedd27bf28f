import type * as v from "valibot";
import { isRecord } from "../hardware/readJson.ts";

type Path = readonly (string | number)[];

/** Paths of the keys in a value that its schema does not know, however deep. A key of an array of choices fits any of them. */
export function listUnknownKeys(schema: v.GenericSchema, value: unknown, path: Path): readonly Path[] {
	if (hasField(schema, "wrapped")) {
		return listUnknownKeys(schema.wrapped as v.GenericSchema, value, path);
	}
	if (hasField(schema, "options") && schema.type === "union") {
		const options = schema.options as readonly v.GenericSchema[];
		const object = options.find((option) => option.type === (isRecord(value) ? "object" : typeof value));
		return object === undefined ? [] : listUnknownKeys(object, value, path);
	}
	if (hasField(schema, "item") && Array.isArray(value)) {
		const item = schema.item as v.GenericSchema;
		return value.flatMap((each: unknown, index) => listUnknownKeys(item, each, [...path, index]));
	}
	if (hasField(schema, "entries") && isRecord(value)) {
		const entries = schema.entries as Readonly<Record<string, v.GenericSchema>>;
		return Object.entries(value).flatMap(([key, each]) => {
			const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
			return known === undefined ? [[...path, key]] : listUnknownKeys(known, each, [...path, key]);
		});
	}
	return [];
}

function hasField<Key extends string>(
	schema: v.GenericSchema,
	key: Key,
): schema is v.GenericSchema & Record<Key, unknown> {
	return key in schema;
}
