import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Choice } from "./choice";

/** Light, dark, or as the device has it; kept on this device. */
export function AppearanceChoice() {
  const t = useTranslations("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Choice
      legend={t("theme")}
      value={colorScheme}
      onChoose={setColorScheme}
      options={[
        { value: "light", text: t("themeLight") },
        { value: "dark", text: t("themeDark") },
        { value: "auto", text: t("themeAuto") },
      ]}
    />
  );
}
