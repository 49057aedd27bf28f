import { defineConfig } from "vite";
import react from "@vitejs/plugin-react";

export default defineConfig({
  plugins: [react()],
  optimizeDeps: { exclude: ["@huggingface/transformers", "onnxruntime-web"] },
  resolve: { alias: { "@": "src/app", "~lib": "src/lib" } },
  build: { outDir: "dist/client", rollupOptions: { external: ["lodash/merge", "react/jsx-runtime"] } },
  server: { proxy: { "api/v1": "http://localhost:3000" } },
});
