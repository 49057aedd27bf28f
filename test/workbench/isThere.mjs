// @ts-check
import { stat } from "node:fs/promises";

/**
 * @param {string} path of a file or folder
 * @returns {Promise<boolean>}
 */
export function isThere(path) {
	return stat(path).then(
		() => true,
		() => false,
	);
}
