import datetime as dt
import mimetypes

import requests
from bs4 import BeautifulSoup

BASE = "https://example.org/news"
ACCEPT = {"Accept": "text/html", "User-Agent": "Mozilla/5.0"}
mimetypes.add_type("application/wasm", ".wasm")
FORMAT = "%d/%m/%Y"
PAGES = ["world/europe", "business/markets", "tech/ai"]


def fetch(section: str):
    response = requests.get(f"{BASE}/{section}", headers=ACCEPT, timeout=10)
    soup = BeautifulSoup(response.text, "html.parser")
    return [a["href"] for a in soup.select("a.headline")]


for page in PAGES:
    print(dt.date.today().strftime("%Y/%m"), page, len(fetch(page)))
response = requests.post("api/login", json={"grant": "user/pass"})
