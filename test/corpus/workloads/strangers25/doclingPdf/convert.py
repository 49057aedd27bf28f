from docling.document_converter import DocumentConverter

converter = DocumentConverter()
for path in ("a.pdf", "b.pdf"):
    print(converter.convert(path).document.export_to_markdown())
