/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o,f as r,g as m,h as p,i as t}from"./board-26QQJ4W6.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{o as MOST,t as Meanwhile,m as NoteLanguage,r as Tongues,p as meanwhileKey};
