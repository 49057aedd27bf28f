const PRICES: Record<string, number> = {
	"black-forest-labs/flux-kontext-pro": 0.04,
	"black-forest-labs/flux-schnell": 0.003,
	"google/nano-banana": 0.039,
};

export const priceOf = (name: string) => PRICES[name] ?? PRICES["black-forest-labs/flux-schnell"];
