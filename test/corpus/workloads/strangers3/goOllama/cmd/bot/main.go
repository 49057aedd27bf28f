package main

import (
	"context"
	"fmt"

	"github.com/ollama/ollama/api"
)

func main() {
	client, _ := api.ClientFromEnvironment()
	request := &api.ChatRequest{
		Model:    "llama3.2",
		Messages: []api.Message{{Role: "user", Content: "Write a haiku about the sea."}},
		Options:  map[string]any{"num_ctx": 4096},
	}
	_ = client.Chat(context.Background(), request, func(r api.ChatResponse) error {
		fmt.Print(r.Message.Content)
		return nil
	})
}
