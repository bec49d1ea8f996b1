document.querySelector('[data-reading]')?.setAttribute('data-state', 'ready');
