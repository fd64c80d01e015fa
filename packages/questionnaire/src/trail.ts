/** The way that was gone: each view is an entry of the browser's history, so that "back" is the browser's own. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from './walk.ts';

/** The view now, and the ways on and back. */
export interface Trail {
  readonly view: View;
  readonly go: (next: View) => void;
  readonly back: () => void;
}

/** The trail from a first view. Views live in memory: a page that is loaded anew begins again. */
export function useTrail(first: View): Trail {
  const [trail, setTrail] = useState<{ readonly views: readonly View[]; readonly at: number }>({
    views: [first],
    at: 0,
  });
  useEffect(() => {
    history.replaceState(0, '');
    const onPop = ({ state }: PopStateEvent): void => {
      const at = typeof state === 'number' ? state : 0;
      setTrail(({ views }) => ({ views, at: at in views ? at : 0 }));
    };
    addEventListener('popstate', onPop);
    return () => {
      removeEventListener('popstate', onPop);
    };
  }, []);
  const { views, at } = trail;
  return {
    view: views[at] ?? first,
    go: (next) => {
      history.pushState(at + 1, '');
      setTrail({ views: [...views.slice(0, at + 1), next], at: at + 1 });
    },
    back: () => {
      history.back();
    },
  };
}
