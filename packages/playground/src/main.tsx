/** Starts the playground. */
import { render } from 'preact';
import { App } from './app.tsx';
import { packOfPage } from './page-data.ts';
import './styles.css';

const root = document.querySelector('#app');
if (root === null) throw new Error('the page has no place for the playground');
render(<App pack={packOfPage()} />, root);
