/** A large chart: one picture with one sentence for those who do not see it. Its figures stand in the table beside it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drawing } from './engine';
import type { ChartOption } from './option';

interface ChartProps {
  option: ChartOption;
  /** What it shows, for screen readers. */
  sentence: string;
  height?: 'low' | 'middle' | 'high';
  /** The category under the pointer; null: none. */
  onCategory?: (index: number | null) => void;
}

export function Chart({ option, sentence, height = 'middle', onCategory }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(option);
  latest.current = option;
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    // On paper it is set smaller by the style sheet: drawing anew would come too late for the printer.
    const resized = new ResizeObserver(() => {
      if (!matchMedia('print').matches) drawing.current?.resize();
    });
    import('./engine').then(
      ({ drawingOn }) => {
        if (gone) return;
        drawing.current = drawingOn(element);
        drawing.current.draw(latest.current);
        resized.observe(element);
      },
      () => setFailed(true),
    );
    const printed = () => drawing.current?.show();
    addEventListener('beforeprint', printed);
    return () => {
      gone = true;
      removeEventListener('beforeprint', printed);
      resized.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, []);

  useEffect(() => drawing.current?.draw(option), [option]);

  // Without its library the table is all there is, and says the same.
  if (failed) return null;
  return (
    <div
      ref={place}
      class={`chart chart-${height}`}
      role="img"
      aria-label={sentence}
      onPointerMove={onCategory && ((event) => onCategory(under(event, drawing.current)))}
      onPointerLeave={onCategory && (() => onCategory(null))}
    />
  );
}

function under(event: PointerEvent & { currentTarget: HTMLElement }, drawing: Drawing | null): number | null {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return drawing?.categoryAt(event.clientX - left, event.clientY - top) ?? null;
}
