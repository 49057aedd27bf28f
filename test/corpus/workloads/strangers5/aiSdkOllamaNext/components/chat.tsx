"use client";
import { useChat } from "ai/react";

export function Chat() {
  const { messages, input, handleInputChange, handleSubmit } = useChat({ api: "/api/chat" });
  return (
    <form onSubmit={handleSubmit}>
      {messages.map((m) => <p key={m.id}>{m.role}: {m.content}</p>)}
      <input value={input} onChange={handleInputChange} placeholder="What's for dinner?" />
    </form>
  );
}
