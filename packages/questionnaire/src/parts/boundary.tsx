/** Where the program itself fails: no page is left standing that could be taken for an answer. */
import { Component, type ComponentChildren } from 'preact';

/** Shows what is in it, or that it failed. */
export class Boundary extends Component<
  { readonly children: ComponentChildren },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ComponentChildren {
    if (!this.state.failed) return this.props.children;
    return (
      <main class="govuk-width-container govuk-main-wrapper">
        <h1 class="govuk-heading-l">Something went wrong</h1>
        <p class="govuk-body">
          This program has failed, and gives no answer. Load the page again to begin anew.
        </p>
      </main>
    );
  }
}
