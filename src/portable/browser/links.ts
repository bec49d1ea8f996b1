/** Links that scripts make lead to pages by the names of their files, too. */
import { pageAt } from './place.ts';

/** Sees to the links of the page as they come. @param top address of the copy's folder */
export function followLinks(top: string): void {
  const see = (link: Element): void => {
    const address = link.getAttribute('href') ?? '';
    const page = address === '' ? address : pageAt(top, address);
    if (page !== address) link.setAttribute('href', page);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (addedNodes.length === 0 && target instanceof Element && target.localName === 'a')
        see(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.localName === 'a') see(node);
        for (const link of node.querySelectorAll('a[href]')) see(link);
      }
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['href'],
  });
}
