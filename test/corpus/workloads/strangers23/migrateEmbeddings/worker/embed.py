import os

import psycopg
import requests

TEI = os.environ.get("TEI_URL", "http://tei:80")


def embed(texts: list[str]) -> list[list[float]]:
    r = requests.post(f"{TEI}/embed", json={"inputs": texts, "normalize": True, "truncate": True}, timeout=30)
    r.raise_for_status()
    return r.json()


def main() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        rows = db.execute("select id, body from chunks where embedding is null limit 512").fetchall()
        for (key, _), vector in zip(rows, embed([body for _, body in rows])):
            db.execute("update chunks set embedding = %s where id = %s", (str(vector), key))
