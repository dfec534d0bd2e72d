import {expect} from '@open-wc/testing';
import '@samenwaarde/elements/quote-capture/define';
import {backupText} from './alliance.test-helper.js';
import {freshName} from './store.test-helper.js';

describe('loading order', () => {
  it('gives its state to a widget that was there, and asked, before its alliance was known', async () => {
    const alliance = document.createElement('samen-alliance');
    alliance.setAttribute('name', freshName());
    const block = document.createElement('script');
    block.type = 'application/json';
    block.textContent = backupText();
    const widget = document.createElement('samen-quote-capture');
    alliance.append(block, widget);
    document.body.append(alliance);
    await widget.updateComplete;
    expect(widget.state).to.deep.equal({type: 'loading'});

    await import('./define.js');
    const root = widget.shadowRoot!;
    const changed = new Promise<void>(settle => {
      const observer = new MutationObserver(() => {
        if (!root.querySelector('textarea')) return;
        observer.disconnect();
        settle();
      });
      observer.observe(root, {childList: true, subtree: true});
    });
    await changed;
    expect(root.textContent).to.include('Waardoor bent u hier graag?');
    alliance.remove();
  });
});
