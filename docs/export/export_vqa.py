"""Exports an answerer of questions from Hugging Face to the files that Wherefore takes.

    pip install "torch==2.7.1" "transformers<5" pillow
    python export_vqa.py dandelin/vilt-b32-finetuned-vqa --out my-vqa --check

The source is a name on the hub or a folder of save_pretrained. It holds a
ViltForQuestionAnswering, which chooses among answers, or a BlipForQuestionAnswering, which writes
them. Written are

    vqa.pt          TorchScript, one of
                      ViLT: image (B, 3, H, W), question_ids (B, L), attention_mask (B, L)
                            -> logits (B, K)
                      BLIP: image (B, 3, H, W), question_ids (B, L), answer_ids (B, A)
                            -> logits (B, A, V)
    answers.txt     of ViLT, the K answers, one a line
    tokenizer.json  the tokenizer

attention_mask is 1 where the question is and 0 where it is filled up; BLIP sees that by the id that
fills it up. Answer ids begin with the token that begins answers. The logits at a position are those
of the next token. B, L and A are free, and so is the device. H and W are free in ViLT, by whole
patches, and fixed in BLIP. The config for Wherefore goes to standard output, what --check finds to
standard error. export_captioner.py must lie beside this file.
"""

import argparse
import json
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import torch
import transformers
from export_captioner import Encoder, StayingMask, future, positions, read_tokenizer


@torch.jit.script  # compiled, not traced, for export_captioner's reason
def rows(some: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """As many rows as like has, or more. Wherefore makes more of them inside, at the layer it looks
    at: one for each answer that it explains. What comes from elsewhere has to follow."""
    return some.repeat_interleave(max(like.size(0) // some.size(0), 1), 0)


def hiding(seen):
    """(B, 1, 1, L): what makes attention pass over tokens where seen (B, L) is 0."""
    return (seen == 0)[:, None, None, :].float() * -1e9


class Look(torch.nn.Module):
    """Changes nothing, and is there to be looked at. Tracing would leave out an Identity."""

    def forward(self, tokens):
        return tokens.clone()


class Vilt(torch.nn.Module):
    """The network with all patches of the picture in their order, where the original draws them by
    chance. Before each layer the image's tokens, its class token left out, go through a Look."""

    def __init__(self, model):
        super().__init__()
        self.vilt, self.classifier = model.vilt, model.classifier
        self.image_tokens = torch.nn.ModuleList(Look() for _ in model.vilt.encoder.layer)
        self.side = model.config.image_size // model.config.patch_size

    def text(self, ids):
        embeddings, places = self.vilt.embeddings, positions(ids)
        text = embeddings.text_embeddings(ids, token_type_ids=0 * places, position_ids=places)
        return text + embeddings.token_type_embeddings.weight[0]

    def image(self, image):
        embeddings = self.vilt.embeddings
        patches = embeddings.patch_embeddings.projection(image)
        places = embeddings.position_embeddings
        grid = places[:, 1:].transpose(1, 2).unflatten(2, (self.side, self.side))
        grid = torch.nn.functional.interpolate(
            grid, size=patches.shape[2:], mode="bilinear", align_corners=True)
        first = (embeddings.cls_token + places[:, :1]).expand(image.size(0), -1, -1)
        others = (patches + grid).flatten(2).transpose(1, 2)
        return torch.cat([first, others], 1) + embeddings.token_type_embeddings.weight[1]

    def forward(self, image, question_ids, attention_mask):
        text, image = self.text(question_ids), self.image(image)
        mask = hiding(torch.nn.functional.pad(attention_mask, (0, image.size(1)), value=1))
        image = rows(image, text)
        front = torch.cat([text, image[:, :1]], 1)
        hidden, before = torch.cat([front, image[:, 1:]], 1), front.size(1)
        for look, layer in zip(self.image_tokens, self.vilt.encoder.layer):
            seen = look(hidden[:, before:])
            hidden = torch.cat([rows(hidden[:, :before], seen), seen], 1)
            # by its parts: as a whole it would have the device written down
            given = layer.attention(layer.layernorm_before(hidden), rows(mask, hidden))[0]
            hidden = given + hidden
            hidden = layer.output(layer.intermediate(layer.layernorm_after(hidden)), hidden)
        return self.classifier(self.vilt.pooler(self.vilt.layernorm(hidden)))


class BlipText(torch.nn.Module):
    """One of BLIP's networks of words, which look at something else besides. The layers run by
    their parts: as a whole they forget which of the tokens they look at are hidden."""

    def __init__(self, text):
        super().__init__()
        self.embeddings, self.layer = text.embeddings, text.encoder.layer

    def forward(self, ids, mask, other, other_mask=None):
        hidden = self.embeddings(ids, positions(ids))
        other = rows(other, hidden)
        hidden = rows(hidden, other)
        mask, other_mask = (each if each is None else StayingMask(rows(each, hidden))
                            for each in (mask, other_mask))
        for layer in self.layer:
            hidden, cross = layer.attention(hidden, attention_mask=mask)[0], layer.crossattention
            given = cross.self(hidden, encoder_hidden_states=other,
                               encoder_attention_mask=other_mask)[0]
            hidden = layer.feed_forward_chunk(cross.output(given, hidden))
        return hidden


class Blip(torch.nn.Module):
    """The answer looks at the question, and the question at the image."""

    def __init__(self, model):
        super().__init__()
        self.vision_model = Encoder(model.vision_model)
        self.text_encoder = BlipText(model.text_encoder)
        self.text_decoder, self.cls = BlipText(model.text_decoder.bert), model.text_decoder.cls
        self.pad = model.config.text_config.pad_token_id

    def forward(self, image, question_ids, answer_ids):
        mask = hiding(question_ids != self.pad)
        question = self.text_encoder(question_ids, mask, self.vision_model(image))
        later = future(answer_ids)[None, None]
        return self.cls(self.text_decoder(answer_ids, later, question, mask))


def load(source):
    name = transformers.AutoConfig.from_pretrained(source).architectures[0]
    if name not in ("ViltForQuestionAnswering", "BlipForQuestionAnswering"):
        sys.exit(f"{source} is a {name}, which this script does not know")
    model = getattr(transformers, name).from_pretrained(source, attn_implementation="eager")
    return model.float().eval()


def vilt(model, look, tokenizer, out):
    """What is to be known of ViLT."""
    model.config.max_image_length = -1  # all patches, however many
    patch, layers = model.config.patch_size, model.config.num_hidden_layers
    side = look.size["shortest_edge"] // patch * patch
    answers = [model.config.id2label[number] for number in range(model.config.num_labels)]
    (out / "answers.txt").write_text("\n".join(answers) + "\n", encoding="utf-8")
    return SimpleNamespace(
        network=Vilt(model), original=lambda image, ids, _: model(ids, pixel_values=image).logits,
        third=lambda seen: seen, longest=model.config.max_position_embeddings,
        size=(side, side), patch=patch, skip=0,
        layer=f"image_tokens.{layers - 1}", meaning="the patches, before the last layer",
        about=f"""  words: vilt.embeddings.text_embeddings.word_embeddings
  answers: {out}/answers.txt""")


def blip(model, look, tokenizer, _out):
    """The same of BLIP."""
    text, kept = model.config.text_config, []
    model.text_decoder.register_forward_hook(lambda _, __, out: kept.append(out.logits))

    def original(image, ids, answer_ids):  # it keeps its logits to itself
        model(ids, image, decoder_input_ids=answer_ids)
        return kept.pop()

    def answer(seen):  # of another length than the question
        return torch.randint(len(tokenizer), (seen.size(0), seen.size(1) + 2))

    begin, end = tokenizer.convert_ids_to_tokens([text.bos_token_id, text.sep_token_id])
    return SimpleNamespace(
        network=Blip(model), original=original, third=answer, longest=text.max_position_embeddings,
        size=(look.size["height"], look.size["width"]),
        patch=model.config.vision_config.patch_size, skip=1,
        layer="vision_model.layernorm", meaning="what the question looks at",
        about=f"""  image-part: vision_model
  words: text_encoder.embeddings.word_embeddings
  answers: my-answers.txt    # those to choose from, one a line
  says: {{begin: {json.dumps(begin)}, end: {json.dumps(end)}}}""")


def config(out, kind, look, tokenizer):
    """What Wherefore's config needs to know, as YAML."""
    begin, end = json.dumps(tokenizer.cls_token), json.dumps(tokenizer.sep_token)
    return f"""task: vqa
images: [my-pictures/*.jpg]
questions: [{{ask: "what is this?"}}]
model:
  joined: {out}/vqa.pt
{kind.about}
  tokenizer: {out}/tokenizer.json
  frame: [{begin}, {end}]
  longest: {kind.longest}    # tokens of a question, with these
preprocess:
  preset: none
  resize: {{to: {list(kind.size)}}}
  filter: {["nearest", "lanczos", "bilinear", "bicubic"][look.resample]}
  scale: {str(look.do_rescale).lower()}
  mean: {list(look.image_mean)}
  std: {list(look.image_std)}
explain:
  layers: [{kind.layer}]    # {kind.meaning}
  layout: tokens
  tokens: {{skip: {kind.skip}, grid: {[side // kind.patch for side in kind.size]}}}"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("source", help="a name on the hub, or a folder of save_pretrained")
    arguments.add_argument("--out", type=Path, required=True, help="the folder to write to")
    arguments.add_argument("--check", action="store_true", help="compare with the original")
    options = arguments.parse_args()

    model = load(options.source)
    look = transformers.AutoImageProcessor.from_pretrained(options.source, use_fast=False)
    begin = getattr(model.config, "text_config", model.config).bos_token_id
    tokenizer = read_tokenizer(options.source, begin)
    options.out.mkdir(parents=True, exist_ok=True)
    describe = vilt if isinstance(model, transformers.ViltForQuestionAnswering) else blip
    kind = describe(model, look, tokenizer, options.out)

    def example(rows, length):
        """Pictures, questions, all but the first of them filled up, and what comes third."""
        ids = torch.randint(1, len(tokenizer), (rows, length))
        seen = torch.ones_like(ids)
        seen[1:, (length + 1) // 2:] = 0
        image = torch.randn(rows, 3, *kind.size)
        return image, ids.masked_fill(seen == 0, tokenizer.pad_token_id), kind.third(seen)

    warnings.filterwarnings("ignore", category=torch.jit.TracerWarning)  # --check knows better
    torch.jit.trace(kind.network, example(2, 5)).save(options.out / "vqa.pt")
    tokenizer.backend_tokenizer.save(str(options.out / "tokenizer.json"))
    print(config(options.out, kind, look, tokenizer))
    if options.check:
        transformers.logging.set_verbosity_error()
        answer = torch.jit.load(options.out / "vqa.pt")
        for rows, length in ((1, 1), (3, 11)):
            inputs = example(rows, length)  # the original sees each without what fills it up
            expected = torch.cat([
                kind.original(image[None], ids[None, ids != tokenizer.pad_token_id], third[None])
                for image, ids, third in zip(*inputs)])
            difference = (answer(*inputs) - expected).abs().max()
            print(f"B = {rows}, L = {length}: logits are up to {expected.abs().max():.3g}, and "
                  f"differ by {difference:.2g} at most", file=sys.stderr)


if __name__ == "__main__":
    with torch.no_grad():
        main()
