import { useTranslation } from "react-i18next";

export function Summary({ items }: { items: { price: number }[] }) {
	const { t } = useTranslation("cart", { lng: "de" });
	const total = items.reduce((sum, { price }) => sum + price, 0);
	return <p>{t("summary", { total, context: "long" })}</p>;
}
