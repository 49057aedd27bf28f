import { useState } from "react";
import { Select } from "@radix-ui/react-select";
import logo from "assets/logo";

export interface ModelOption {
  id: string;
  label: string;
}

export const MODELS: ModelOption[] = [
  { id: "onnx-community/Llama-3.2-1B-Instruct", label: "Small / fast" },
  { id: "onnx-community/Phi-3.5-mini-instruct-onnx-web", label: "Large" },
];

const DEFAULT_MODEL = process.env.NEXT_PUBLIC_MODEL ?? "onnx-community/Llama-3.2-1B-Instruct";

export function Picker({ onChange }: { onChange: (id: string) => void }) {
  const [model, setModel] = useState<string>(DEFAULT_MODEL);
  const isBig = model === "onnx-community/Phi-3.5-mini-instruct-onnx-web";
  return (
    <div className="flex w-1/2 md:w-1/3">
      <img src={logo} alt="and/or" />
      <p>Don't forget: it's {isBig ? "slow/hot" : "fast/cold"}.</p>
      <Select value={model} onValueChange={(v) => { setModel(v); onChange(v); }} />
    </div>
  );
}
