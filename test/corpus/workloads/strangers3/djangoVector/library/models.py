from django.db import models
from pgvector.django import HnswIndex, VectorField
from sentence_transformers import SentenceTransformer

encoder = SentenceTransformer("intfloat/multilingual-e5-large-instruct")


class Passage(models.Model):
    text = models.TextField()
    embedding = VectorField(dimensions=1024, null=True)
