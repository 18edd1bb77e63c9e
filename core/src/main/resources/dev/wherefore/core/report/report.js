/* The page of a run: its pictures, and the viewer of the one that is chosen. */
(function () {
    'use strict';

    const buttons = [...document.querySelectorAll('#pictures button')];
    const host = document.getElementById('viewer');
    const heading = document.getElementById('name');
    const find = document.getElementById('find');
    // as the config draws; what the reader sets stays from picture to picture
    const settings = {opacity: Number(host.dataset.opacity)};
    if (host.dataset.colors) {
        settings.colors = host.dataset.colors;
    }
    const waiting = {};
    let viewer = null;
    let chosen = null;

    /** Called by the files beside the page: report/PICTURE.js. */
    Wherefore.take = (key, view) => {
        if (waiting[key]) {
            waiting[key](view);
            delete waiting[key];
        }
    };

    /** Gives what is to be shown of a picture: read no earlier than it is wanted. */
    function view(button) {
        const {key, part} = button.dataset;
        if (!part) {
            const text = [...document.querySelectorAll('script[data-view]')]
                .find((script) => script.dataset.view === key).textContent;
            return Promise.resolve(JSON.parse(text));
        }
        return new Promise((done, failed) => {
            const script = document.createElement('script');
            waiting[key] = (found) => {
                script.remove();
                done(found);
            };
            script.onerror = () => failed(new Error(part + ' is missing: keep it beside this file'));
            script.src = part;
            document.head.append(script);
        });
    }

    async function choose(button) {
        chosen = button;
        buttons.forEach((other) => {
            other.setAttribute('aria-current', String(other === button));
            other.tabIndex = other === button ? 0 : -1;
        });
        button.scrollIntoView({block: 'nearest', inline: 'nearest'});
        heading.textContent = button.querySelector('.name').textContent;
        history.replaceState(null, '', '#' + encodeURIComponent(button.dataset.key));
        try {
            const found = await view(button);
            if (chosen !== button) {
                return;
            }
            if (viewer) {
                viewer.destroy();
            }
            viewer = Wherefore.show(host, found, {settings});
            await viewer.ready;
        } catch (error) {
            host.textContent = error.message;
        }
    }

    function shown() {
        return buttons.filter((button) => !button.parentElement.hidden);
    }

    function step(by, focus) {
        const all = shown();
        const next = all[all.indexOf(chosen) + by];
        if (next) {
            choose(next);
            if (focus) {
                next.focus();
            }
        }
    }

    buttons.forEach((button) => button.addEventListener('click', () => choose(button)));
    document.getElementById('pictures').addEventListener('keydown', (event) => {
        const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
        if (by) {
            step(by, true);
            event.preventDefault();
        }
    });
    document.getElementById('before').addEventListener('click', () => step(-1, false));
    document.getElementById('after').addEventListener('click', () => step(1, false));
    find.addEventListener('input', () => {
        const wanted = find.value.toLowerCase();
        buttons.forEach((button) => {
            button.parentElement.hidden = !button.textContent.toLowerCase().includes(wanted);
        });
        document.getElementById('found').textContent = shown().length + ' of ' + buttons.length;
    });

    const named = decodeURIComponent(location.hash.slice(1));
    choose(buttons.find((button) => button.dataset.key === named) || buttons[0]);
})();
