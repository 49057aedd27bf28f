package cache

// A model of the cache: maxTokens is how many API tokens a tenant has; see the embedding of structs below.
type Cache struct {
	maxTokens int
	language  string
	batchSize int
}

func New() *Cache { return &Cache{maxTokens: 4096, language: "en", batchSize: 32} }
