/** An operating system, with the versions that a rule or a case speaks of; absent: any, or not told. */
export interface ComparableOs {
	readonly family: string;
	readonly version?: number;
	/** The version is the lowest, not the only one. */
	readonly isMinimum?: boolean;
}

/** What systems are called, by the beginnings of their names; others are families of their own. */
const families: readonly (readonly [beginning: RegExp, family: string])[] = [
	[/^win(32|64|dows|nt|$|[ \d])/, "windows"],
	[/^(darwin|mac|os ?x)/, "macos"],
	[
		/^(linux|wsl|ubuntu|debian|fedora|arch|manjaro|mint|pop|red ?hat|rhel|centos|rocky|alma|amazon|oracle|(open)?suse|sles|nixos|gentoo|alpine|kali|raspb)/,
		"linux",
	],
];

/** Reads `Linux`, `Windows 11`, `macos>=15`, `ios16`, `win32`. `undefined` if it is not text with a name in it. */
export function parseOs(text: string): ComparableOs | undefined {
	// WSL is Linux, whatever number follows.
	const found = /^\s*(win(?:32|64)|wsl|[a-z][a-z ]*[a-z]|[a-z])\s*(>=)?\s*(\d+(?:\.\d+)?)?/i.exec(text);
	const name = found?.[1]?.toLowerCase();
	if (name === undefined) {
		return undefined;
	}
	const version = found?.[3];
	return {
		family: families.find(([beginning]) => beginning.test(name))?.[1] ?? name,
		...(version !== undefined && { version: Number(version) }),
		...(found?.[2] !== undefined && { isMinimum: true }),
	};
}

/** A rule for a lowest version also holds where the version is not told: systems in use are newer. */
export function isOsAmong(os: ComparableOs, systems: readonly ComparableOs[]): boolean {
	return systems.some(
		({ family, version, isMinimum }) =>
			family === os.family &&
			(version === undefined ||
				(isMinimum === true
					? os.version === undefined || os.version >= version
					: os.version !== undefined && Math.floor(os.version) === version)),
	);
}
