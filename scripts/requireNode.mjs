// @ts-check
// Imported first by every entry, and kept to what an old Node can read: its own message is all that it has to give.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Open Models needs Node 20.19 or newer; this is Node ${process.versions.node} (${process.execPath}).`,
	);
	process.exit(1);
}
