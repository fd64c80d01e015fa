/** A module that runs in a worker, made part of the page. */
declare module '*?worker&inline' {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}

/** Styles, made part of the page. */
declare module '*.css';
