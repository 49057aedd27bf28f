from transformers import pipeline

ROUTES = ["facturation", "livraison", "retour", "autre"]
HYPOTHESIS = "Ce message concerne {}."
router = pipeline("zero-shot-classification", model="cmarkea/distilcamembert-base-nli", device_map="auto")


def route(message: str) -> str:
    return router(message, ROUTES, hypothesis_template=HYPOTHESIS, batch_size=8)["labels"][0]


if __name__ == "__main__":
    print(route("Bonjour, je n'ai toujours pas reçu mon colis et vous ne répondez pas au téléphone."))
