/** A reply that can be asked for again by its ETag. */
export interface StoredReply {
	readonly etag: string;
	readonly text: string;
	/** The `Link` header that came with it. */
	readonly link: string | undefined;
	/** Where it was found, after redirects. */
	readonly url: string;
}

const mostReplies = 64;
const mostCharacters = 8_000_000;

/** The last replies by request, in memory, the longest unused leaving first. */
export class ReplyStore {
	readonly #replies = new Map<string, StoredReply>();
	#characters = 0;

	find(key: string): StoredReply | undefined {
		const reply = this.#replies.get(key);
		if (reply !== undefined) {
			this.#replies.delete(key);
			this.#replies.set(key, reply);
		}
		return reply;
	}

	keep(key: string, reply: StoredReply): void {
		this.#drop(key);
		if (reply.text.length > mostCharacters / 4) {
			return;
		}
		this.#replies.set(key, reply);
		this.#characters += reply.text.length;
		for (const oldest of this.#replies.keys()) {
			if (this.#replies.size <= mostReplies && this.#characters <= mostCharacters) {
				return;
			}
			this.#drop(oldest);
		}
	}

	#drop(key: string): void {
		this.#characters -= this.#replies.get(key)?.text.length ?? 0;
		this.#replies.delete(key);
	}
}
