/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o,f as r,g as m,h as p,i as t}from"./board-NNZZX7UJ.js";import"./board-KYIRGFZR.js";import"./board-MDZKHNOU.js";export{o as MOST,t as Meanwhile,m as NoteLanguage,r as Tongues,p as meanwhileKey};
