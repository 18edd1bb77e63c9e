/* The page: sends a picture and what is wanted of it, and shows what comes back by viewer.js. */
(function () {
    'use strict';

    const API = 'api/v1/';
    const KEPT = 'wherefore-token';
    const $ = (id) => document.getElementById(id);

    /** What a target is called, by task, and how it is written; tasks that are not here have none. */
    const TASKS = {
        classification: {
            label: 'Class', help: 'Left empty, the most probable ones.',
            usual: (model) => [{top: Math.max(1, Math.min(3, model.names.length))}],
            target: (name) => ({class: name})
        },
        captioning: {
            label: 'Word or phrase', help: 'Left empty, each word.',
            usual: () => null,
            target: (name) => /\s/.test(name) ? {phrase: name} : {word: name}
        },
        vqa: {
            label: 'Answer', help: 'Left empty, the most probable ones.',
            usual: () => null,
            target: (name) => ({answer: name})
        }
    };
    const FIELDS = {
        questions: 'question', caption: 'caption', targets: 'target', methods: 'method',
        layers: 'layer', picture: 'file'
    };

    let choices = null;
    let picture = null;        // {blob, name}
    let viewer = null;
    let running = null;        // the request that is on its way
    const settings = {};       // what the reader has set in the viewer

    // ---- asking -------------------------------------------------------------------------------

    /** Keeps the token of the address for this tab, and takes it out of the address. */
    function takeToken() {
        const given = /^#token=(.+)$/.exec(location.hash);
        if (given) {
            sessionStorage.setItem(KEPT, decodeURIComponent(given[1]));
            history.replaceState(null, '', location.pathname);
        }
    }

    async function ask(path, options) {
        const token = sessionStorage.getItem(KEPT);
        const headers = token ? {Authorization: 'Bearer ' + token} : {};
        let response;
        try {
            response = await fetch(API + path, {...options, headers});
        } catch (failure) {
            if (failure.name === 'AbortError') {
                throw failure;
            }
            throw {error: 'the server does not answer; is it running?'};
        }
        const answer = await response.json().catch(() => ({error: 'the server gave no answer'}));
        if (!response.ok) {
            throw {...answer, status: response.status};
        }
        return answer;
    }

    function say(problem) {
        document.querySelectorAll('[aria-invalid]').forEach((e) => e.removeAttribute('aria-invalid'));
        $('problem').hidden = !problem;
        $('problem').textContent = problem ? sentence(problem.error) : '';
        if (!problem) {
            return;
        }
        const [field, ...rest] = (problem.where || '').split('.');
        const id = rest.at(-1) === 'instead-of' ? 'instead' : FIELDS[field];
        if (id) {
            $(id).setAttribute('aria-invalid', 'true');
        }
        $('problem').scrollIntoView({block: 'nearest'});
        if (problem.status === 401) {
            $('token-field').hidden = false;
            $('token').focus();
        }
    }

    function sentence(text) {
        return text.charAt(0).toUpperCase() + text.slice(1) + (/[?.]$/.test(text) ? '' : '.');
    }

    // ---- choosing -----------------------------------------------------------------------------

    function model() {
        const name = new FormData($('form')).get('model');
        return choices.models.find((one) => one.name === name) || choices.models[0];
    }

    function option(value, text) {
        const made = document.createElement('option');
        made.value = value;
        made.textContent = text;
        return made;
    }

    function modelTabs() {
        choices.models.forEach((one, i) => {
            const input = document.createElement('input');
            Object.assign(input, {
                type: 'radio', name: 'model', id: 'model-' + i, value: one.name, checked: i === 0
            });
            input.addEventListener('change', () => {
                $('target').value = '';
                $('instead').value = '';
                fit();
                explain();
            });
            const label = document.createElement('label');
            label.htmlFor = input.id;
            label.textContent = one.name;
            $('models').append(input, label);
        });
    }

    /** Fits the form to the model. */
    function fit() {
        const one = model();
        const task = TASKS[one.task];
        $('question-field').hidden = one.task !== 'vqa';
        $('caption-field').hidden = one.task !== 'captioning';
        $('target').closest('.pair').hidden = !task;
        if (task) {
            $('target-label').textContent = task.label;
            $('target-help').textContent = task.help;
        }
        $('names').replaceChildren(...one.names.map((name) => option(name, name)));
        $('method').replaceChildren(
            option('', 'as its config says: ' + one.methods.join(', ')),
            ...choices.methods.map((method) => option(method.name, method.title)));
        $('layer').replaceChildren(
            option('', one.chosen.length ? 'as usual: ' + one.chosen.join(', ') : 'as usual'),
            ...one.layers.map((layer) => option(layer, layer)));
        tellMethod();
    }

    function tellMethod() {
        const method = choices.methods.find((one) => one.name === $('method').value);
        $('method-help').textContent = method ? 'Good for ' + method.goodFor + '.' : '';
        $('layer').disabled = Boolean(method && !method.needsLayer);
    }

    /** What is wanted, as the API has it: what is left empty is left out. */
    function wanted() {
        const one = model();
        const task = TASKS[one.task];
        const request = {model: one.name};
        const put = (name, value) => {
            if (value) {
                request[name] = value;
            }
        };
        if (one.task === 'vqa') {
            put('questions', $('question').value.trim());
        }
        if (one.task === 'captioning') {
            put('caption', $('caption').value.trim());
        }
        if (task) {
            const target = $('target').value.trim();
            const instead = $('instead').value.trim();
            put('targets', target
                ? [{...task.target(target), ...(instead ? {'instead-of': instead} : {})}]
                : task.usual(one));
        }
        put('methods', $('method').value);
        put('layers', $('layer').disabled ? '' : $('layer').value);
        return request;
    }

    // ---- explaining ---------------------------------------------------------------------------

    /** Explains what is wanted now; `see` brings it into view where it lies below the form. */
    async function explain(see) {
        if (!choices) {
            return open();
        }
        if (!picture) {
            $('state').textContent = 'Choose a picture first.';
            return undefined;
        }
        if (running) {
            running.abort();
        }
        const mine = new AbortController();
        running = mine;
        say(null);
        $('state').textContent = 'Explaining …';
        $('result').setAttribute('aria-busy', 'true');
        try {
            const form = new FormData();
            form.append('request', JSON.stringify(wanted()));
            form.append('picture', picture.blob, picture.name);
            show(await ask('explain', {method: 'POST', body: form, signal: mine.signal}));
            $('state').textContent = 'Explained.';
            if (see === true && matchMedia('(max-width: 55rem)').matches) {
                $('result').scrollIntoView();
            }
        } catch (failure) {
            if (running === mine) {
                $('state').textContent = '';
                say(failure.error ? failure : {error: 'the explanation cannot be shown: ' + failure});
            }
        } finally {
            if (running === mine) {
                running = null;
                $('result').removeAttribute('aria-busy');
            }
        }
        return undefined;
    }

    function show(view) {
        if (viewer) {
            viewer.destroy();
        }
        $('empty').hidden = true;
        viewer = Wherefore.show($('viewer'), view, {settings, target: 0});
    }

    function take(blob, name) {
        if (blob.size > choices.uploadBytes) {
            say({error: 'the picture\'s file is larger than the '
                + (choices.uploadBytes / 1e6).toFixed(1) + ' MB that this server takes',
                 where: 'picture'});
            return;
        }
        picture = {blob, name};
        const image = $('chosen');
        URL.revokeObjectURL(image.src);
        image.src = URL.createObjectURL(blob);
        image.alt = 'The picture ' + name;
        image.hidden = false;
        explain(true);
    }

    function exampleButtons() {
        choices.examples.forEach((name) => {
            const button = document.createElement('button');
            button.type = 'button';
            const image = document.createElement('img');
            image.src = 'examples/' + encodeURIComponent(name);
            image.alt = name;
            button.append(image);
            button.addEventListener('click', async () => {
                $('file').value = '';
                press(button);
                take(await (await fetch(image.src)).blob(), name);
            });
            $('examples').append(button);
        });
    }

    function press(button) {
        $('examples').querySelectorAll('button').forEach(
            (one) => one.setAttribute('aria-pressed', String(one === button)));
    }

    function takeFiles(files) {
        const file = [...files].find((one) => one.type.startsWith('image/')) || files[0];
        if (file && choices) {
            press(null);
            take(file, file.name);
        }
    }

    // ---- opening ------------------------------------------------------------------------------

    function listen() {
        $('form').addEventListener('submit', (event) => {
            event.preventDefault();
            if (!$('token-field').hidden && $('token').value) {
                sessionStorage.setItem(KEPT, $('token').value);
            }
            explain(true);
        });
        $('file').addEventListener('change', () => takeFiles($('file').files));
        $('method').addEventListener('change', () => {
            tellMethod();
            explain();
        });
        ['layer', 'question', 'caption', 'target', 'instead'].forEach(
            (id) => $(id).addEventListener('change', () => picture && explain()));
        document.addEventListener('paste', (event) => {
            if (event.clipboardData.files.length) {
                event.preventDefault();
                takeFiles(event.clipboardData.files);
            }
        });
        ['dragover', 'dragleave', 'drop'].forEach((name) => document.addEventListener(name, (event) => {
            event.preventDefault();
            $('drop').classList.toggle('over', name === 'dragover');
        }));
        document.addEventListener('drop', (event) => takeFiles(event.dataTransfer.files));
    }

    async function open() {
        say(null);
        try {
            choices = await ask('models');
        } catch (failure) {
            say(failure.error ? failure : {error: String(failure)});
            return;
        }
        $('token-field').hidden = true;
        $('file-help').textContent = 'PNG, JPEG, WebP or GIF, up to '
            + (choices.uploadBytes / 1e6).toFixed(0) + ' MB.';
        modelTabs();
        exampleButtons();
        fit();
    }

    takeToken();
    listen();
    open();
})();
