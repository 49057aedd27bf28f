import { ReadingArchive } from "../../../../../src/core/adoption/readings/readingArchive.ts";
import { DiskFolder } from "./diskFolder.ts";
import { countSaves, listEntries } from "./writtenReadings.ts";

/** A window in a process of its own: `FOLDER WRITER [part|place]`. Prints the number of each save that is done. */
async function writeReadings(folder: string, writer: number, death: string | undefined): Promise<void> {
	const tell = (): void => console.log("half");
	const archive = new ReadingArchive(
		new DiskFolder(folder, death ? { afterWrites: 4, isInPlace: death === "place", tell } : undefined),
	);
	for (let save = 0; save < countSaves; save++) {
		archive.add(listEntries(writer, save));
		if (await archive.save()) {
			console.log(save);
		}
		await archive.compact(() => new Promise((resolve) => setImmediate(resolve)));
	}
}

const [folder = "", writer, death] = process.argv.slice(2);
void writeReadings(folder, Number(writer), death);
