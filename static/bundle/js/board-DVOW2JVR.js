/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o,f as r,g as m,h as p,i as t}from"./board-ERZLJ62F.js";import"./board-P7VW2F52.js";import"./board-H7CUEYXU.js";export{o as MOST,t as Meanwhile,m as NoteLanguage,r as Tongues,p as meanwhileKey};
