import { useModel } from "../state/model.ts";

export function PlotLegend({ hasOther }: { readonly hasOther: boolean }) {
  const { legend } = useModel().text.punctuality;
  return (
    <p class="pk-legend">
      <span>
        <i class="on" />
        {legend.onTime}
      </span>
      {hasOther ? (
        <span>
          <i class="apart" />
          {legend.other}
        </span>
      ) : null}
      <span>
        <i class="off" />
        {legend.late}
      </span>
    </p>
  );
}
