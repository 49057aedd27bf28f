package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type request struct {
	Model  string         `json:"model"`
	Prompt string         `json:"prompt"`
	Stream bool           `json:"stream"`
	Opts   map[string]any `json:"options"`
}

func main() {
	body, _ := json.Marshal(request{Model: "qwen3:4b", Prompt: os.Args[1], Opts: map[string]any{"num_ctx": 4096}})
	resp, err := http.Post("http://localhost:11434/api/generate", "application/json", bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	defer resp.Body.Close()
	var out struct{ Response string }
	_ = json.NewDecoder(resp.Body).Decode(&out)
	fmt.Println(out.Response)
}
