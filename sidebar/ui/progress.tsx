/** A bar that says how far work is; without a share it says only that something is under way. */
export function Progress({ label, share }: { label: string; share: number | null }) {
  const percent = share === null ? null : Math.floor(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      class={percent === null ? "progress busy" : "progress"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
    >
      <div class="bar" style={{ width: percent === null ? "100%" : `${percent}%` }} />
    </div>
  );
}
