/** The frame of every page. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

interface Props {
  /** Of the window; the heading unless told. */
  readonly title: string;
  readonly failed?: boolean;
  readonly back?: (() => void) | undefined;
  readonly notice?: string | undefined;
  readonly children: ComponentChildren;
}

const service = 'What the law asks of your campaign';

/** A page: its title, the way back, what it says. Where it is new, its heading has the focus. */
export function Page({ title, failed = false, back, notice, children }: Props): JSX.Element {
  useLayoutEffect(() => {
    document.title = `${failed ? 'Error: ' : ''}${title} – ${service}`;
  });
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="app-bar">
        <div class="govuk-width-container">
          <span class="app-bar__name">{service}</span>
        </div>
      </header>
      <div class="govuk-width-container">
        {back === undefined ? null : (
          <nav aria-label="Back">
            <a
              href="#back"
              class="govuk-back-link"
              onClick={(event) => {
                event.preventDefault();
                back();
              }}
            >
              Back
            </a>
          </nav>
        )}
        <main class="govuk-main-wrapper" id="main">
          {notice === undefined ? null : (
            <div class="govuk-inset-text" role="status">
              {notice}
            </div>
          )}
          {children}
        </main>
      </div>
      <footer class="app-foot">
        <div class="govuk-width-container">
          <p class="govuk-body-s govuk-!-margin-bottom-2">
            Everything is worked out in this browser. Nothing that you enter leaves it, and nothing is kept
            when you close the page.
          </p>
          <p class="govuk-body-s govuk-!-margin-bottom-0">
            No lawyer has reviewed the rules behind this questionnaire. It never says that anyone complies
            with the law, and it is not legal advice.
          </p>
        </div>
      </footer>
    </>
  );
}

/** Puts the focus on the heading of a page, for who hears it or goes by keys. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.classList.add('app-heading');
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
