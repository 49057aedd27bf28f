from transformers import pipeline

ner = pipeline(
    task="ner",
    model="PlanTL-GOB-ES/bsc-bio-ehr-es-pharmaconer",
    aggregation_strategy="first",
    device="cuda:0",
)

NOTA = "El paciente fue tratado con paracetamol durante tres días y se le recomendó reposo en casa."

for entidad in ner(NOTA):
    print(entidad["word"], entidad["entity_group"], round(float(entidad["score"]), 3))
