/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-C4HXBNNF.js";import"./board-EXTMBQH3.js";import{x as o}from"./board-NCPORSZI.js";import"./board-P7VW2F52.js";import"./board-H7CUEYXU.js";export{o as Dialogs};
