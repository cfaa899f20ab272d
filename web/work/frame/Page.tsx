/** A page: its title, which takes the focus after a navigation so that everybody notices the new page. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from './context';
import { useLocation } from './router';

interface PageProps {
  /** The heading. */
  title: string;
  /** The window's title where it differs from the heading. */
  windowTitle?: string;
  /** Beside the heading. */
  aside?: ComponentChildren;
  /** Above the heading: the way back. */
  back?: { href: string; text: string };
  children: ComponentChildren;
}

export function Page({ title, windowTitle = title, aside, back, children }: PageProps) {
  const { t } = useWords();
  const { path, visit } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const focusedFor = useRef('');

  useEffect(() => {
    document.title = `${windowTitle.replaceAll('\u00ad', '')} – ${t.product}`;
  }, [windowTitle, t]);

  useEffect(() => {
    // Not on the page that the browser loaded itself, and not when only the query changed (a filter).
    if (visit > 0 && focusedFor.current !== path) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    focusedFor.current = path;
  }, [path, visit]);

  return (
    <div class="page">
      {back && (
        <p class="back">
          <a href={back.href}>
            <span aria-hidden="true">← </span>
            {back.text}
          </a>
        </p>
      )}
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div class="page-aside">{aside}</div>}
      </div>
      {children}
    </div>
  );
}
