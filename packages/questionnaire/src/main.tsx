/** Starts the questionnaire. */
import { render } from 'preact';
import { App } from './app.tsx';
import { Boundary } from './parts/boundary.tsx';

const root = document.querySelector('#app');
if (root === null) throw new Error('the page has no place for the questionnaire');
render(
  <Boundary>
    <App />
  </Boundary>,
  root,
);
