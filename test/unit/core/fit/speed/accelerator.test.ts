import assert from "node:assert/strict";
import { findAccelerator } from "../../../../../src/core/fit/speed/accelerator.ts";

describe("the accelerator that a name means", () => {
	it("as probes and people write it", () => {
		const cases: readonly [name: string, memoryGB: number | undefined, found: string][] = [
			["GeForce RTX 4090", undefined, "GeForce RTX 4090"],
			["NVIDIA GeForce RTX 4090", 24, "GeForce RTX 4090"],
			["NVIDIA GeForce RTX 4070 Laptop GPU", 8, "GeForce RTX 4070 Laptop"],
			["NVIDIA GeForce RTX 4070 Ti SUPER", 16, "GeForce RTX 4070 Ti SUPER"],
			["RTX 4070Ti", 12, "GeForce RTX 4070 Ti"],
			["rtx4090", undefined, "GeForce RTX 4090"],
			["RX7900XTX", undefined, "Radeon RX 7900 XTX"],
			["R9700", undefined, "Radeon AI PRO R9700"],
			["M4 Max 32c", undefined, "Apple M4 Max (32-core GPU)"],
			["NVIDIA GeForce RTX 3080", 12, "GeForce RTX 3080 12GB"],
			["NVIDIA GeForce RTX 3080", 10, "GeForce RTX 3080 10GB"],
			["NVIDIA A100-SXM4-80GB", 80, "A100 SXM4 80GB"],
			["NVIDIA A100-PCIE-40GB", 40, "A100 PCIe 40GB"],
			["NVIDIA H100 80GB HBM3", 80, "H100 SXM5"],
			["NVIDIA H100 PCIe", 80, "H100 PCIe"],
			["Tesla T4", 15, "Tesla T4"],
			["NVIDIA GB10", 120, "GB10 (DGX Spark)"],
			["AMD Radeon RX 7900 XTX", 24, "Radeon RX 7900 XTX"],
			["Radeon RX 7900 XT", 20, "Radeon RX 7900 XT"],
			["AMD Instinct MI300X", 192, "Instinct MI300X"],
			["Intel(R) Arc(TM) B580 Graphics", 12, "Arc B580"],
			["NVIDIA RTX PRO 6000 Blackwell Workstation Edition", 96, "RTX PRO 6000 Blackwell"],
			["NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", 96, "RTX PRO 6000 Blackwell Max-Q"],
			["Radeon 8060S Graphics", 64, "Ryzen AI Max+ 395 / Radeon 8060S (Strix Halo)"],
			["AMD Radeon(TM) 780M Graphics", undefined, "Radeon 780M (DDR5-5600 dual)"],
			["AMD Instinct MI250X / MI250", 64, "Instinct MI250 (one of two dies)"],
			["Navi 31 [Radeon RX 7900 XT/7900 XTX/7900M]", 24, "Radeon RX 7900 XTX"],
			["Navi 31 [Radeon RX 7900 XT/7900 XTX/7900M]", undefined, "Radeon RX 7900 XT"],
			["DG2 [Arc A770]", 16, "Arc A770 16GB"],
			["Intel(R) Arc(TM) 140V GPU (16GB)", undefined, "Arc 140V (Lunar Lake, LPDDR5X-8533)"],
			["Apple M4 Pro", 48, "Apple M4 Pro"],
			["Tesla M40", 24, "Tesla M40 24GB"],
			["NVIDIA GeForce RTX 5060", 8, "GeForce RTX 5060"],
			["AMD Radeon RX 9070", 16, "Radeon RX 9070"],
			["MacBook Pro M1 Max", undefined, "Apple M1 Max"],
			["Mac mini M4 Pro", undefined, "Apple M4 Pro"],
			["M4 Max (40 cores)", undefined, "Apple M4 Max (40-core GPU)"],
			["Strix Halo", undefined, "Ryzen AI Max+ 395 / Radeon 8060S (Strix Halo)"],
			["NVIDIA DGX Spark", undefined, "GB10 (DGX Spark)"],
			["Apple M3 Max", 36, "Apple M3 Max (30-core GPU)"],
			["Apple M3 Max", 128, "Apple M3 Max (40-core GPU)"],
		];
		for (const [name, memoryGB, found] of cases) {
			assert.equal(findAccelerator(name, memoryGB)?.name, found, `${name} ${memoryGB}`);
		}
	});

	it("is never another one that is named alike", () => {
		for (const name of ["RTX 4075", "Apple M9", "GeForce RTX 4090 Ti", "Radeon", "", "AMD", "H100 Ultra"]) {
			assert.equal(findAccelerator(name, 24), undefined, name);
		}
		assert.notEqual(
			findAccelerator("GeForce RTX 4080 Laptop")?.bandwidthGBs,
			findAccelerator("RTX 4080")?.bandwidthGBs,
		);
	});
});
