from pymilvus import Collection, CollectionSchema, DataType, FieldSchema, connections

connections.connect(host="milvus")
fields = [
    FieldSchema(name="path", dtype=DataType.VARCHAR, is_primary=True, max_length=512),
    FieldSchema(name="vector", dtype=DataType.FLOAT_VECTOR, dim=512),
]
photos = Collection("photos", CollectionSchema(fields))
