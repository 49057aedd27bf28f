from typing import Iterator

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql.functions import pandas_udf

spark = SparkSession.builder.appName("sentiment").getOrCreate()


@pandas_udf("string")
def sentiment(batches: Iterator[pd.Series]) -> Iterator[pd.Series]:
    from transformers import pipeline

    pipe = pipeline("sentiment-analysis", model="cardiffnlp/twitter-xlm-roberta-base-sentiment", device=-1, truncation=True)
    for batch in batches:
        yield pd.Series([r["label"] for r in pipe(batch.tolist(), batch_size=64)])


spark.read.parquet("s3://reviews").withColumn("s", sentiment("text")).write.parquet("s3://out")
