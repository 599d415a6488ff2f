import { useKeptState } from "@/ui/use-kept-state";

const isFalse = (value: boolean) => !value;

/** Whether Enter alone sends: each person's choice on this device. */
export function useEnterSends(): [boolean, (next: boolean) => void] {
  const { value, change } = useKeptState<boolean>("messages-enter-sends", false, isFalse);
  return [value, change];
}
