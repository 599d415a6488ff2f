import { useViewer } from "@/graphql/viewer-context";

/** The pupil is the viewer's own child: questions about marks are the guardians', the pupil does not see them. */
export function useIsGuardianOf(pupilId: string): boolean {
  const { personId, diaries } = useViewer();
  return pupilId !== personId && diaries.some((diary) => diary.pupilId === pupilId);
}
