import { SentForecastPage } from "@/features/sent-forecast/sent-forecast-page";

export default async function Forecast({ params }: PageProps<"/forecasts/[forecastId]">) {
  return <SentForecastPage forecastId={(await params).forecastId} />;
}
