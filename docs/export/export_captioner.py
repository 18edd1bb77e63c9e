"""Exports a captioner from Hugging Face to the files that Wherefore takes.

    pip install "torch==2.7.1" "transformers<5" pillow
    python export_captioner.py nlpconnect/vit-gpt2-image-captioning --out my-captioner --check

The source is a name on the hub or a folder of save_pretrained. It holds a
BlipForConditionalGeneration, or a VisionEncoderDecoderModel of ViT and GPT-2. Written are

    encoder.pt      TorchScript: pictures (B, 3, H, W) -> features (B, N, D)
    decoder.pt      TorchScript: features (B, N, D), token ids (B, T) -> logits (B, T, V)
    tokenizer.json  the tokenizer

Ids begin with the token that begins captions. The logits at a position are those of the next
token. B and T are free, and so is the device. The config for Wherefore goes to standard output,
what --check finds to standard error.
"""

import argparse
import json
import sys
import warnings
from pathlib import Path

import torch
import transformers

# What a network makes from the shape of its input, tracing may write down as it was that once,
# device included. These two are compiled, not traced, and stay free.


@torch.jit.script
def positions(ids: torch.Tensor) -> torch.Tensor:
    """(1, T): 0, 1, ... T - 1."""
    return torch.arange(ids.size(1), device=ids.device).unsqueeze(0)


@torch.jit.script
def future(ids: torch.Tensor) -> torch.Tensor:
    """(T, T): minus infinity where a position, the row, would look at a later one; else 0."""
    return torch.full([ids.size(1), ids.size(1)], float("-inf"), device=ids.device).triu(1)


class StayingMask:
    """BLIP sends its mask to the device it is on. Tracing would write that device down."""

    def __init__(self, mask):
        self.mask = mask

    def to(self, _device):
        return self.mask


class Encoder(torch.nn.Module):
    """The vision network without its pooler, which no caption uses. What comes out is that of
    its last layer, layernorm."""

    def __init__(self, vision):
        super().__init__()
        self.embeddings, self.encoder = vision.embeddings, vision.encoder
        self.layernorm = getattr(vision, "layernorm", None) or vision.post_layernorm

    def forward(self, pictures):
        return self.layernorm(self.encoder(self.embeddings(pictures)).last_hidden_state)


class BlipDecoder(torch.nn.Module):
    def __init__(self, text):
        super().__init__()
        self.embeddings, self.layer = text.bert.embeddings, text.bert.encoder.layer
        self.head = text.cls

    def forward(self, features, ids):
        hidden, mask = self.embeddings(ids, positions(ids)), StayingMask(future(ids))
        for layer in self.layer:
            hidden = layer(hidden, attention_mask=mask, encoder_hidden_states=features)[0]
        return self.head(hidden)


class Gpt2Decoder(torch.nn.Module):
    def __init__(self, text, project):
        super().__init__()
        self.project = project
        self.wte, self.wpe = text.transformer.wte, text.transformer.wpe
        self.h, self.ln_f, self.lm_head = text.transformer.h, text.transformer.ln_f, text.lm_head

    def forward(self, features, ids):  # the blocks mask the future by themselves
        hidden, features = self.wte(ids) + self.wpe(positions(ids)), self.project(features)
        for block in self.h:
            hidden = block(hidden, encoder_hidden_states=features)[0]
        return self.lm_head(self.ln_f(hidden))


def load(source):
    name = transformers.AutoConfig.from_pretrained(source).architectures[0]
    if name not in ("BlipForConditionalGeneration", "VisionEncoderDecoderModel"):
        sys.exit(f"{source} is a {name}, which this script does not know")
    model = getattr(transformers, name).from_pretrained(source, attn_implementation="eager")
    return model.float().eval()


def parts(model):
    """The vision network, the decoder, the ids that begin, end and pad, and the original."""
    if isinstance(model, transformers.BlipForConditionalGeneration):
        text = model.config.text_config
        return (model.vision_model, BlipDecoder(model.text_decoder),
                (text.bos_token_id, text.sep_token_id, text.pad_token_id),
                lambda pictures, ids: model(pictures, ids).logits)
    kinds = model.encoder.config.model_type, model.decoder.config.model_type
    if kinds != ("vit", "gpt2"):
        sys.exit(f"This is {kinds[0]} with {kinds[1]}; this script knows vit with gpt2")
    project = getattr(model, "enc_to_dec_proj", torch.nn.Identity())
    text = model.generation_config
    begin = text.decoder_start_token_id
    return (model.encoder, Gpt2Decoder(model.decoder, project),
            (text.bos_token_id if begin is None else begin, text.eos_token_id, text.pad_token_id),
            lambda pictures, ids: model(pictures, decoder_input_ids=ids).logits)


def read_tokenizer(source, begin):
    tokenizer = transformers.AutoTokenizer.from_pretrained(source, use_fast=True)
    if begin == len(tokenizer):  # as on the hub: BLIP knows [DEC], its tokenizer does not
        tokenizer.add_special_tokens({"bos_token": "[DEC]"})
    return tokenizer


def config(out, look, tokens, skip, grid):
    """What Wherefore's config needs to know, as YAML."""
    begin, end, pad = (json.dumps(token) for token in tokens)
    return f"""task: captioning
images: photos/*.jpg
model:
  encoder: {out}/encoder.pt
  decoder: {out}/decoder.pt
  tokenizer: {out}/tokenizer.json
  begin: {begin}
  end: {end}    # padding is {pad}
preprocess:
  preset: none
  resize: {{to: [{look.size["height"]}, {look.size["width"]}]}}
  filter: {["nearest", "lanczos", "bilinear", "bicubic"][look.resample]}
  scale: {str(look.do_rescale).lower()}
  mean: {list(look.image_mean)}
  std: {list(look.image_std)}
explain:
  layers: [layernorm]    # what the decoder looks at
  layout: tokens
  tokens: {{skip: {skip}, grid: {list(grid)}}}"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("source", help="a name on the hub, or a folder of save_pretrained")
    arguments.add_argument("--out", type=Path, required=True, help="the folder to write to")
    arguments.add_argument("--check", action="store_true", help="compare with the original")
    options = arguments.parse_args()

    vision, decoder, special, original = parts(load(options.source))
    encoder, tokenizer = Encoder(vision), read_tokenizer(options.source, special[0])
    look = transformers.AutoImageProcessor.from_pretrained(options.source, use_fast=False)
    height, width = look.size["height"], look.size["width"]

    def example(rows, length):
        ids = torch.randint(len(tokenizer), (rows, length))
        return torch.randn(rows, 3, height, width), ids

    options.out.mkdir(parents=True, exist_ok=True)
    warnings.filterwarnings("ignore", category=torch.jit.TracerWarning)  # --check knows better
    pictures, ids = example(2, 5)
    features = encoder(pictures)
    torch.jit.trace(encoder, pictures).save(options.out / "encoder.pt")
    torch.jit.trace(decoder, (features, ids)).save(options.out / "decoder.pt")
    tokenizer.backend_tokenizer.save(str(options.out / "tokenizer.json"))

    grid = height // vision.config.patch_size, width // vision.config.patch_size
    tokens = tokenizer.convert_ids_to_tokens(special)
    print(config(options.out, look, tokens, features.size(1) - grid[0] * grid[1], grid))
    if options.check:
        see, tell = (torch.jit.load(options.out / name) for name in ("encoder.pt", "decoder.pt"))
        for rows, length in ((1, 1), (3, 11)):
            pictures, ids = example(rows, length)
            expected = original(pictures, ids)
            difference = (tell(see(pictures), ids) - expected).abs().max()
            print(f"B = {rows}, T = {length}: logits are up to {expected.abs().max():.3g}, and "
                  f"differ by {difference:.2g} at most", file=sys.stderr)


if __name__ == "__main__":
    with torch.no_grad():
        main()
